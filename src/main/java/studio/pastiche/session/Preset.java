package studio.pastiche.session;

/// A look with a name.
///
/// @param name what the user called it; for one that comes with Pastiche, the key of its name
/// @param builtIn whether it comes with Pastiche
public record Preset(String name, boolean builtIn, Look look) {}
