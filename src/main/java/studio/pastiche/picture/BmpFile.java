package studio.pastiche.picture;

import javax.imageio.ImageReader;

/// A Windows bitmap.
///
/// @param file the whole file
record BmpFile(Bytes file) implements PictureFile {
  private static final int INFO_HEADER = 40;

  /// Compressed bitmaps are left to the decoder, which complains when it runs out of them.
  @Override
  public boolean cutShort() {
    boolean old = file.u32le(14) < INFO_HEADER;
    long width = old ? file.u16le(18) : file.u32le(18);
    long height = old ? file.u16le(20) : Math.abs((int) file.u32le(22));
    long bits = old ? file.u16le(24) : file.u16le(28);
    boolean compressed = !old && file.u32le(30) != 0;
    long row = (width * bits + 31) / 32 * 4;
    return bits < 0 || (!compressed && !file.has(file.u32le(10), row * height));
  }

  @Override
  public ImageReader decoder() {
    ImageReader reader = Codecs.reader("bmp");
    reader.setInput(PictureFile.stream(file.array()), false, true);
    return reader;
  }
}
