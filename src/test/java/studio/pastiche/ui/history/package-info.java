@NullMarked
package studio.pastiche.ui.history;

import org.jspecify.annotations.NullMarked;
