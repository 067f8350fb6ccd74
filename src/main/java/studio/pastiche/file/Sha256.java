package studio.pastiche.file;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// SHA-256 as recipes write it: lower-case hexadecimal.
public final class Sha256 {
  private Sha256() {}

  public static String of(byte[] bytes) {
    return inWords(digest().digest(bytes));
  }

  /// Of what remains in a buffer; where it stands does not change.
  public static String of(ByteBuffer bytes) {
    return of(List.of(bytes));
  }

  /// Of what remains in buffers, one after the other; where they stand does not change.
  public static String of(List<ByteBuffer> bytes) {
    MessageDigest digest = digest();
    bytes.forEach(some -> digest.update(some.duplicate()));
    return inWords(digest.digest());
  }

  /// Of whole numbers, each as its four bytes, the highest first.
  public static String of(int[] numbers) {
    MessageDigest digest = digest();
    for (int number : numbers) {
      for (int shift = 24; shift >= 0; shift -= 8) {
        digest.update((byte) (number >> shift));
      }
    }
    return inWords(digest.digest());
  }

  private static String inWords(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
