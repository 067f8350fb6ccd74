package studio.pastiche.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.pastiche.picture.Size;

/// Reads a shape such as `4:3`.
final class Aspect {
  private static final Pattern SHAPE = Pattern.compile("([1-9]\\d{0,4}):([1-9]\\d{0,4})");

  private Aspect() {}

  static Size parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw new WrongOption("--aspect", "a shape is needed, such as 4:3, not '" + text + "'");
    }
    return new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }
}
