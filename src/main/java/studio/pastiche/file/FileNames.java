package studio.pastiche.file;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// Names of files, taken apart.
public final class FileNames {
  /// Where a character takes four bytes, an ending and a number still fit into 255.
  private static final int LONGEST = 50;

  private static final Pattern FORBIDDEN = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]|^\\.+");

  /// Windows leaves them out, so that a name would be another one.
  private static final Pattern LAST = Pattern.compile("[. ]+$");

  /// What Windows takes for a device, whatever its ending.
  private static final Pattern DEVICE =
      Pattern.compile("(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?", Pattern.CASE_INSENSITIVE);

  private FileNames() {}

  /// A file's name without its extension; `.hidden` has none.
  public static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /// A name like this one that every file system takes and that leads nowhere: what Windows, Linux
  /// or macOS do not allow in a name becomes `_`, and one that is too long is cut.
  public static String usable(String name) {
    String clean = FORBIDDEN.matcher(name.strip()).replaceAll("_");
    if (clean.codePointCount(0, clean.length()) > LONGEST) {
      clean = clean.substring(0, clean.offsetByCodePoints(0, LONGEST));
    }
    clean = LAST.matcher(clean).replaceAll("_");
    return clean.isEmpty() || DEVICE.matcher(clean).matches() ? "_" + clean : clean;
  }

  /// The folder that a file is in; a root is in itself.
  public static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }
}
