/// Pastiche repaints a photo in the style of a painting, by optimising its pixels against a VGG-19
/// network.
@NullMarked
package studio.pastiche;

import org.jspecify.annotations.NullMarked;
