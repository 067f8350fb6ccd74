package studio.pastiche.networks.download;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Passes bytes on unless they begin as a web page does: some login pages come as any type.
///
/// @param target takes them
/// @param uri where they are from
record Unpaged(BodyWriter.Target target, URI uri) implements BodyWriter.Target {
  @Override
  public void write(ByteBuffer bytes, long from) throws IOException {
    if (from == 0) {
      byte[] first = new byte[Math.min(bytes.remaining(), 14)];
      bytes.duplicate().get(first);
      String text = new String(first, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
      if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
        throw Failures.page(uri);
      }
    }
    target.write(bytes, from);
  }
}
