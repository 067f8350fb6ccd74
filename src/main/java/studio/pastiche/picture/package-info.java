/// Pictures as planar float sRGB: decoding, encoding, orientation, colour profiles, resizing,
/// metadata.
@NullMarked
package studio.pastiche.picture;

import org.jspecify.annotations.NullMarked;
