package studio.pastiche.engine.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/// Opens weight files by what they begin with, whatever they are called.
final class WeightFiles {
  static final String REMEDY = "give a VGG-19 as .safetensors, .pth, .h5 or .mat";

  private static final int ENOUGH = 512;
  private static final byte PICKLE = (byte) 0x80;
  private static final int NEWEST_PICKLE = 5;

  private WeightFiles() {}

  /// The tensors of a file.
  ///
  /// @param name for the messages
  /// @param channel the same file; it stays the caller's
  /// @throws WeightsException saying what the file is instead
  static TensorFile open(String name, Path path, FileChannel channel) throws IOException {
    byte[] start = start(channel);
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (start.length == 0) {
      throw new WeightsException(name, "is empty; fetch it again");
    } else if (text.startsWith("PK\3\4")) {
      return TorchFile.zip(name, path);
    } else if (start.length > 1 && start[0] == PICKLE && start[1] <= NEWEST_PICKLE) {
      return TorchFile.legacy(name, channel);
    } else if (text.startsWith("\u0089HDF\r\n\u001a\n")) {
      return KerasFile.map(name, channel);
    } else if (text.startsWith("MATLAB 7.3")) {
      throw new WeightsException(
          name, "is a MATLAB 7.3 file, which can't be read; save it with -v7 in MATLAB");
    } else if (text.startsWith("MATLAB 5.0")) {
      return MatConvNetFile.read(name, channel);
    }
    refuseText(name, text);
    if (text.length() > SafetensorsHeader.LENGTH_BYTES
        && text.charAt(SafetensorsHeader.LENGTH_BYTES) != '{') {
      throw new WeightsException(name, "is no file of a network; " + REMEDY);
    }
    return SafetensorsFile.map(name, channel);
  }

  private static void refuseText(String name, String text) throws WeightsException {
    String words = text.strip().toLowerCase(Locale.ROOT);
    if (words.startsWith("\u00ef\u00bb\u00bf<") || words.startsWith("<")) {
      throw new WeightsException(
          name,
          "is a web page, not a network: a site answered instead, with a log-in page perhaps; fetch"
              + " it again");
    } else if (words.startsWith("version https://git-lfs")) {
      throw new WeightsException(
          name, "is only a pointer of Git LFS; fetch the file that it stands for");
    } else if (text.chars().allMatch(c -> c >= ' ' || Character.isWhitespace(c))) {
      throw new WeightsException(name, "is a text file, not a network; " + REMEDY);
    }
  }

  private static byte[] start(FileChannel channel) throws IOException {
    ByteBuffer start = ByteBuffer.allocate(ENOUGH);
    while (start.hasRemaining() && channel.read(start, start.position()) >= 0) {
      // as long as there is more
    }
    byte[] bytes = new byte[start.position()];
    start.flip().get(bytes);
    return bytes;
  }
}
