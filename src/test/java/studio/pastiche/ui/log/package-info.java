@NullMarked
package studio.pastiche.ui.log;

import org.jspecify.annotations.NullMarked;
