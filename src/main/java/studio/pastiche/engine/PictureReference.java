package studio.pastiche.engine;

/// What a recipe remembers of a picture: enough to find it again and to know it is the same.
///
/// @param name the file's name without its folder
/// @param sha256 of the file's bytes, lower-case hexadecimal
public record PictureReference(String name, String sha256) {}
