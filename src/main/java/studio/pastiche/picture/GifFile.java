package studio.pastiche.picture;

import javax.imageio.ImageReader;

/// A GIF (version 89a), of which the first picture counts.
///
/// @param file the whole file
record GifFile(Bytes file) implements PictureFile {
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;

  @Override
  public boolean cutShort() {
    int at = 13 + paletteLength(file.u8(10));
    while (file.u8(at) == EXTENSION) {
      at = afterSubBlocks(at + 2);
    }
    return file.u8(at) != IMAGE
        || afterSubBlocks(at + 11 + paletteLength(file.u8(at + 9))) > file.length();
  }

  private static int paletteLength(int flags) {
    return (flags & 0x80) == 0 || flags == Bytes.NOTHING ? 0 : 3 << ((flags & 7) + 1);
  }

  /// Where the sub-blocks that begin at `start` have ended; beyond the file if they do not.
  private int afterSubBlocks(int start) {
    int at = start;
    while (file.u8(at) > 0) {
      at += 1 + file.u8(at);
    }
    return at + 1;
  }

  @Override
  public ImageReader decoder() {
    ImageReader reader = Codecs.reader("gif");
    reader.setInput(PictureFile.stream(file.array()), false, true);
    return reader;
  }
}
