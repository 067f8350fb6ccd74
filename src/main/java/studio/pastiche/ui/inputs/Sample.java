package studio.pastiche.ui.inputs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import studio.pastiche.session.InputPicture;

/// A picture that comes with Pastiche, drawn for it.
public enum Sample {
  LAKE("photo-lake.jpg"),
  SWIRLS("painting-swirls.jpg"),
  WOODBLOCK("painting-woodblock.jpg"),
  MOSAIC("painting-mosaic.jpg");

  private final String file;

  Sample(String file) {
    this.file = file;
  }

  /// The key of its name.
  public String key() {
    return "sample." + file.substring(file.indexOf('-') + 1, file.indexOf('.'));
  }

  /// Reads it; takes a moment.
  public InputPicture read() throws IOException {
    try (InputStream in = Sample.class.getResourceAsStream("/studio/pastiche/samples/" + file)) {
      if (in == null) {
        throw new FileNotFoundException(file + ": is missing from this installation; reinstall it");
      }
      return InputPicture.read(in.readAllBytes(), file);
    }
  }
}
