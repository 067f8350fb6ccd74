package studio.pastiche.networks;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.pastiche.networks.download.DownloadException;

/// A network that can't be had, kept or found. The message is one line: which network, what
/// happened, and what to do about it.
public final class NetworkException extends IOException {
  private static final long serialVersionUID = 1;

  private final String network;
  private final DownloadException.@Nullable Reason reason;
  private final boolean aboutName;

  NetworkException(String network, String whatAndRemedy) {
    this(network, whatAndRemedy, null);
  }

  /// One that would not be if the network had another name.
  static NetworkException aboutName(String network, String whatAndRemedy) {
    return new NetworkException(network, whatAndRemedy, null, true);
  }

  NetworkException(String network, String whatAndRemedy, @Nullable Throwable cause) {
    this(network, whatAndRemedy, cause, false);
  }

  private NetworkException(
      String network, String whatAndRemedy, @Nullable Throwable cause, boolean aboutName) {
    super(network + ": " + whatAndRemedy, cause);
    this.network = network;
    this.aboutName = aboutName;
    reason = cause instanceof DownloadException download ? download.reason() : null;
  }

  /// Its name.
  public String network() {
    return network;
  }

  /// Whether another name for the network would help.
  public boolean aboutName() {
    return aboutName;
  }

  /// What the network or the server did, where it was that.
  public Optional<DownloadException.Reason> reason() {
    return Optional.ofNullable(reason);
  }
}
