import com.google.googlejavaformat.java.Main;
import java.nio.file.*;
import java.util.*;

/// Runs google-java-format over the source folders: `Format.java check|apply DIR...`.
/// The build calls it on JDK 25, since the formatter needs the compiler of the language it reads.
class Format {
  public static void main(String[] args) throws Exception {
    List<String> a = new ArrayList<>(
        args[0].equals("apply") ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    for (String dir : Arrays.asList(args).subList(1, args.length)) {
      if (Files.isDirectory(Path.of(dir))) {
        try (var s = Files.walk(Path.of(dir))) {
          s.map(Path::toString).filter(p -> p.endsWith(".java")).sorted().forEach(a::add);
        }
      }
    }
    Main.main(a.toArray(String[]::new));
  }
}
