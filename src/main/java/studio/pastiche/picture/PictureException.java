package studio.pastiche.picture;

import org.jspecify.annotations.Nullable;
import studio.pastiche.file.FileException;

/// A picture that could not be read or written.
public final class PictureException extends FileException {
  private static final long serialVersionUID = 1L;

  PictureException(String file, String whatAndRemedy, @Nullable Throwable cause) {
    super(file, whatAndRemedy, cause);
  }

  PictureException(String file, String whatAndRemedy) {
    this(file, whatAndRemedy, null);
  }
}
