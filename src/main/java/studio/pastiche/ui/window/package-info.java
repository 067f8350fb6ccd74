/// Windows: where they stand, and those beside the main one.
@NullMarked
package studio.pastiche.ui.window;

import org.jspecify.annotations.NullMarked;
