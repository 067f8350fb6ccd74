/// Time-lapse films of a painting, as GIF or MP4.
@NullMarked
package studio.pastiche.film;

import org.jspecify.annotations.NullMarked;
