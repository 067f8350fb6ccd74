package studio.pastiche.file;

import java.io.File;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A file that could not be read or written. The message is one line in plain words: which file,
/// what happened, and what to do about it.
public class FileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String file;

  /// @param file as the caller named it; the message has it without its folders
  public FileException(String file, String whatAndRemedy, @Nullable Throwable cause) {
    super(shortName(file) + ": " + whatAndRemedy, cause);
    this.file = file;
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
