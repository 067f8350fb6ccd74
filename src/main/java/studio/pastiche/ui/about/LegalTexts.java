package studio.pastiche.ui.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.MissingResourceException;

/// The licence, the notice, and the list that the build makes of the libraries and their licences.
public final class LegalTexts {
  private static final String FOLDER = "/studio/pastiche/legal/";

  public String licence() {
    return read("LICENSE");
  }

  public String notice() {
    return read("NOTICE");
  }

  /// A paragraph a library: its name, version, licences and home.
  public String libraries() {
    return read("THIRD-PARTY.txt");
  }

  private static String read(String name) {
    try (InputStream in = LegalTexts.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new MissingResourceException(
            name + " is missing from this installation; reinstall it", FOLDER, name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
