package studio.pastiche.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Another studio that is just starting, once for each line that it reads: it clears away what
/// sessions have left without a document. It says `ready` when it has begun, and after each.
final class ClearingProcess {
  private ClearingProcess() {}

  /// @param args the folder of the sessions
  public static void main(String[] args) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    do {
      System.out.println("ready");
      if (lines.readLine() == null) {
        return;
      }
      SessionFolder.leftovers(Path.of(args[0])).forEach(SessionFolder::discard);
    } while (true);
  }
}
