@NullMarked
package studio.pastiche.ui.canvas;

import org.jspecify.annotations.NullMarked;
