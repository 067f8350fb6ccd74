/// Calling the artist back to the window.
@NullMarked
package studio.pastiche.ui.attention;

import org.jspecify.annotations.NullMarked;
