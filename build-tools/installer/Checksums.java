import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// `FILE.sha256` beside each installer, as `sha256sum --check` reads it.
final class Checksums {
  private static final String INSTALLERS = "(?i).*\\.(deb|rpm|msi|exe|dmg|pkg)";

  private Checksums() {}

  static void write(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      for (Path each : all.filter(file -> file.toString().matches(INSTALLERS)).toList()) {
        Path name = each.getFileName();
        Files.writeString(
            folder.resolve(name + ".sha256"), "%s  %s\n".formatted(sha256(each), name));
      }
    }
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
