package studio.pastiche.picture;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Finds the text that [PictureWriter] put into a picture: the recipe it was painted by.
public final class EmbeddedText {
  private EmbeddedText() {}

  /// The text inside `file`; empty where the picture has none, or is no picture.
  ///
  /// @throws PictureException if the file cannot be read
  public static Optional<String> read(Path file) throws PictureException {
    return PictureFile.of(FileBytes.of(file)).flatMap(EmbeddedText::in);
  }

  private static Optional<String> in(PictureFile file) {
    return switch (file) {
      case PngFile png ->
          png.all("iTXt").stream().map(EmbeddedText::inChunk).flatMap(Optional::stream).findFirst();
      case JpegFile jpeg ->
          Xmp.text(jpeg.payloads(0xe1, Xmp.STANDARD), jpeg.payloads(0xe1, Xmp.EXTENDED));
      case TiffFile tiff -> Optional.ofNullable(tiff.xmp()).flatMap(Xmp::text);
      case WebpFile _, GifFile _, BmpFile _ -> Optional.empty();
    };
  }

  /// iTXt: keyword, 0, whether compressed, the method, language, 0, translated keyword, 0, text.
  private static Optional<String> inChunk(byte[] chunk) {
    int keyword = PngFile.indexOfZero(chunk, 0);
    if (keyword < 0 || !new Bytes(chunk).hasAt(0, PngEncoder.KEYWORD + "\0")) {
      return Optional.empty();
    }
    int language = PngFile.indexOfZero(chunk, keyword + 3);
    int translated = language < 0 ? -1 : PngFile.indexOfZero(chunk, language + 1);
    if (translated < 0) {
      return Optional.empty();
    }
    Optional<byte[]> text =
        chunk[keyword + 1] == 0
            ? Optional.of(Arrays.copyOfRange(chunk, translated + 1, chunk.length))
            : PngFile.inflated(chunk, translated + 1);
    return text.map(utf8 -> new String(utf8, StandardCharsets.UTF_8));
  }
}
