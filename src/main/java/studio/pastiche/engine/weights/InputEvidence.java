package studio.pastiche.engine.weights;

import java.util.Optional;

/// How it was found out which input a network wants.
///
/// @param question what speaks against it, for the user to judge, if anything does
public record InputEvidence(Source source, Optional<String> question) {
  /// What said it, the surest first.
  public enum Source {
    /// The user.
    CHOSEN,
    /// The network is known by its weights.
    FINGERPRINT,
    /// The file's own metadata.
    METADATA,
    /// Networks in this format want it.
    FORMAT,
    /// The names of the file's tensors tell where it comes from.
    KEYS
  }
}
