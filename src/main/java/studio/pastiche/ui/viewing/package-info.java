/// What the canvas shows and compares, and the tools around it.
@NullMarked
package studio.pastiche.ui.viewing;

import org.jspecify.annotations.NullMarked;
