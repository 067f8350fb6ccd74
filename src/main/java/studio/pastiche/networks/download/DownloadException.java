package studio.pastiche.networks.download;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A file that could not be fetched. The message says in a few words which server and what
/// happened; the remedy depends on what was fetched, so it is left to the caller.
public final class DownloadException extends IOException {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  /// What went wrong, as far as the remedy depends on it.
  public enum Reason {
    /// The server can't be reached.
    OFFLINE(false),
    /// The server can't prove that it is the one.
    CERTIFICATE(false),
    /// Something else came in the file's place, such as the login page of a hotel's network.
    NOT_THE_FILE(false),
    /// The server points to an address that is not HTTPS, or in a circle.
    REDIRECT(false),
    /// The server says no.
    REFUSED(false),
    /// The server can't just now.
    BUSY(true),
    /// The connection broke, or nothing came for a while.
    BROKEN_OFF(true),
    /// The file is another one than it was a moment ago.
    CHANGED(false);

    private final boolean passing;

    Reason(boolean passing) {
      this.passing = passing;
    }

    /// Whether it may go if it is simply tried again.
    boolean passing() {
      return passing;
    }
  }

  public DownloadException(Reason reason, String whatHappened, @Nullable Throwable cause) {
    super(whatHappened, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
