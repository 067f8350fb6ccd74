package studio.pastiche.picture;

import java.io.File;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A picture that could not be read or written. The message is one line in plain words: which file,
/// what happened, and what to do about it.
public final class PictureException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String file;

  PictureException(String file, String whatAndRemedy, @Nullable Throwable cause) {
    super(shortName(file) + ": " + whatAndRemedy, cause);
    this.file = file;
  }

  PictureException(String file, String whatAndRemedy) {
    this(file, whatAndRemedy, null);
  }

  /// The file as it was named by the caller, with its folders where it had any.
  public String file() {
    return file;
  }

  private static String shortName(String file) {
    String name = file.substring(file.lastIndexOf(File.separatorChar) + 1);
    return name.isEmpty() ? file : name;
  }
}
