package studio.pastiche.networks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Whether a file is the one that a hash was published of.
final class FileHash {
  private static final int PIECE = 1 << 20;

  private FileHash() {}

  static boolean matches(Path file, CatalogueNetwork.Hash hash) throws IOException {
    MessageDigest digest = digest(hash.algorithm());
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
      while (channel.read(piece) >= 0) {
        digest.update(piece.flip());
        piece.clear();
      }
    }
    return HexFormat.of().formatHex(digest.digest()).startsWith(hash.beginning());
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
