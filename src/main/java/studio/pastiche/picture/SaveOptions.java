package studio.pastiche.picture;

import java.nio.file.Path;
import java.util.Locale;

/// How a picture is saved: the kind of file and what that kind lets one choose.
public sealed interface SaveOptions {
  /// The file name extensions that [#forFile] knows, in words.
  String ALLOWED_EXTENSIONS = ".png, .jpg, .jpeg, .tif, .tiff";

  /// A PNG, lossless, with alpha.
  ///
  /// @param bits bits a channel: 8 or 16
  record Png(int bits) implements SaveOptions {
    public Png {
      requireBits(bits);
    }
  }

  /// A JPEG with full colour resolution (4:4:4); alpha is laid over white.
  ///
  /// @param quality 1 (smallest file) to 100 (best picture)
  record Jpeg(int quality) implements SaveOptions {
    public Jpeg {
      if (quality < 1 || quality > 100) {
        throw new IllegalArgumentException("a JPEG's quality is 1 to 100, not " + quality);
      }
    }
  }

  /// A TIFF, lossless, with alpha.
  ///
  /// @param bits bits a channel: 8 or 16
  record Tiff(int bits) implements SaveOptions {
    public Tiff {
      requireBits(bits);
    }
  }

  /// What the extension of `file` asks for: PNG with 8 bits, JPEG at quality 95, or TIFF with 16
  /// bits.
  ///
  /// @throws IllegalArgumentException naming the allowed extensions, if it has none of them
  static SaveOptions forFile(Path file) {
    Path fileName = file.getFileName();
    String name = fileName == null ? "" : fileName.toString();
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (name.contains(".") ? extension : "") {
      case "png" -> new Png(8);
      case "jpg", "jpeg" -> new Jpeg(95);
      case "tif", "tiff" -> new Tiff(16);
      default ->
          throw new IllegalArgumentException(
              name + ": a picture is saved as one of " + ALLOWED_EXTENSIONS);
    };
  }

  /// What a file of this kind is called at its end, with the dot.
  default String extension() {
    return switch (this) {
      case Png _ -> ".png";
      case Jpeg _ -> ".jpg";
      case Tiff _ -> ".tif";
    };
  }

  /// The same with so many bits a channel.
  ///
  /// @throws IllegalArgumentException if this kind of file has no such depth
  default SaveOptions withBits(int bits) {
    return switch (this) {
      case Png _ -> new Png(bits);
      case Tiff _ -> new Tiff(bits);
      case Jpeg _ when bits == 8 -> this;
      case Jpeg _ ->
          throw new IllegalArgumentException(
              "a JPEG holds 8 bits a channel, not " + bits + "; save a .png or .tif for 16");
    };
  }

  /// The same with this JPEG quality, 1 to 100; PNG and TIFF lose nothing and stay as they are.
  ///
  /// @throws IllegalArgumentException if it is outside 1 to 100, even where it is of no use, so
  ///   that a slip shows
  default SaveOptions withQuality(int quality) {
    Jpeg checked = new Jpeg(quality);
    return this instanceof Jpeg ? checked : this;
  }

  private static void requireBits(int bits) {
    if (bits != 8 && bits != 16) {
      throw new IllegalArgumentException("bits a channel are 8 or 16, not " + bits);
    }
  }
}
