package studio.pastiche.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 as recipes write it: lower-case hexadecimal.
public final class Sha256 {
  private Sha256() {}

  public static String of(byte[] bytes) {
    return inWords(digest().digest(bytes));
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
