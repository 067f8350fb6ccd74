@NullMarked
package studio.pastiche.ui.inspector;

import org.jspecify.annotations.NullMarked;
