package studio.pastiche.networks;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.pastiche.networks.download.DownloadException;

/// A network that can't be had, kept or found. The message is one line: which network, what
/// happened, and what to do about it.
public final class NetworkException extends IOException {
  private static final long serialVersionUID = 1;

  private final DownloadException.@Nullable Reason reason;
  private final @Nullable String refusedName;
  private final boolean broken;

  NetworkException(String network, String whatAndRemedy) {
    this(network, whatAndRemedy, null);
  }

  /// One that would not be if the network had another name.
  ///
  /// @param refused the name that it can't have
  static NetworkException aboutName(String refused, String network, String whatAndRemedy) {
    return new NetworkException(network, whatAndRemedy, null, refused, false);
  }

  /// One about a copy that is of no use any more.
  static NetworkException broken(String network, String whatAndRemedy, @Nullable Throwable cause) {
    return new NetworkException(network, whatAndRemedy, cause, null, true);
  }

  NetworkException(String network, String whatAndRemedy, @Nullable Throwable cause) {
    this(network, whatAndRemedy, cause, null, false);
  }

  private NetworkException(
      String network,
      String whatAndRemedy,
      @Nullable Throwable cause,
      @Nullable String refusedName,
      boolean broken) {
    super(network + ": " + whatAndRemedy, cause);
    this.refusedName = refusedName;
    this.broken = broken;
    reason = cause instanceof DownloadException download ? download.reason() : null;
  }

  /// The name that the network can't have, where another one would help.
  public Optional<String> refusedName() {
    return Optional.ofNullable(refusedName);
  }

  /// Whether it is about a copy that is of no use any more, and not one that can't be read just
  /// now.
  boolean broken() {
    return broken;
  }

  /// What the network or the server did, where it was that.
  public Optional<DownloadException.Reason> reason() {
    return Optional.ofNullable(reason);
  }
}
