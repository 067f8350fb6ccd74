/// Presets: looks with a name, those that come with Pastiche and the artist's own.
@NullMarked
package studio.pastiche.ui.preset;

import org.jspecify.annotations.NullMarked;
