package studio.pastiche.ui.canvas;

/// A pixel's colour in numbers.
///
/// @param red 0 to 255
/// @param green likewise
/// @param blue likewise
/// @param alpha likewise, 255 is opaque
record PixelColour(int red, int green, int blue, int alpha) {
  /// The colour of a premultiplied pixel, 0xAARRGGBB.
  static PixelColour ofPremultiplied(int argb) {
    int alpha = argb >>> 24;
    return new PixelColour(
        own(argb >> 16 & 0xff, alpha),
        own(argb >> 8 & 0xff, alpha),
        own(argb & 0xff, alpha),
        alpha);
  }

  private static int own(int channel, int alpha) {
    return alpha == 0 ? 0 : Math.min(255, (channel * 255 + alpha / 2) / alpha);
  }

  /// As it is written on the web, such as `#1e90ff`; of a pixel that is not opaque, with its alpha.
  String hex() {
    String rgb = "#%02x%02x%02x".formatted(red, green, blue);
    return alpha == 255 ? rgb : rgb + "%02x".formatted(alpha);
  }

  /// The three channels in decimals.
  String decimals() {
    return red + "  " + green + "  " + blue;
  }
}
