@NullMarked
package studio.pastiche.ui.window;

import org.jspecify.annotations.NullMarked;
