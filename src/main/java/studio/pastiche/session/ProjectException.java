package studio.pastiche.session;

import org.jspecify.annotations.Nullable;
import studio.pastiche.file.FileException;

/// A project that can't be opened, not even in part.
public final class ProjectException extends FileException {
  private static final long serialVersionUID = 1L;

  ProjectException(String file, String whatAndRemedy, @Nullable Throwable cause) {
    super(file, whatAndRemedy, cause);
  }
}
