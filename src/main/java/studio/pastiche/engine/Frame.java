package studio.pastiche.engine;

/// A picture for the screen: opaque pixels, 0xFFRRGGBB, row by row.
///
/// @param width in pixels
/// @param height in pixels
/// @param argb width·height pixels, not shared with the engine
public record Frame(int width, int height, int[] argb) {}
