/// What the artist has chosen about the studio itself, and the window for it.
@NullMarked
package studio.pastiche.ui.settings;

import org.jspecify.annotations.NullMarked;
