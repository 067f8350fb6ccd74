import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Files of `packaging/` with `${names}` to fill in.
final class Template {
  private Template() {}

  static String filled(Path file, Map<String, String> values) throws IOException {
    String text = Files.readString(file);
    for (var value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    return text;
  }
}
