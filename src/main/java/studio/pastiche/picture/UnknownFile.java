package studio.pastiche.picture;

/// Says what a file is that is none of the pictures we read, where it is a common one.
final class UnknownFile {
  private static final String READABLE = "JPEG, PNG, WebP, TIFF, BMP or GIF";

  private UnknownFile() {}

  static String explained(byte[] bytes) {
    Bytes content = new Bytes(bytes);
    if (content.hasAt(4, "ftypavi")) {
      return "this is an AVIF picture, which Pastiche does not read; export it as JPEG or PNG";
    } else if (content.hasAt(4, "ftyphe") || content.hasAt(4, "ftypmif1")) {
      return "this is a HEIC picture, which Pastiche does not read; export it as JPEG or PNG";
    } else if (content.hasAt(0, "8BPS")) {
      return "this is a Photoshop document; save a copy as TIFF or PNG";
    } else if (content.hasAt(0, "%PDF")) {
      return "this is a PDF; export its page as PNG";
    } else if (content.hasAt(0, "<svg") || content.hasAt(0, "<?xml")) {
      return "this is a vector drawing or other XML; export it as PNG";
    }
    return "this is not a picture; choose a " + READABLE + " file";
  }
}
