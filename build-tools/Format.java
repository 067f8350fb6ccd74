import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Runs google-java-format over the source folders: `Format.java check|apply DIR...`.
/// The build calls it on JDK 25, since the formatter needs the compiler of the language it reads.
class Format {
  public static void main(String[] args) throws Exception {
    boolean apply = args[0].equals("apply");
    List<String> call = new ArrayList<>();
    call.addAll(apply ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    for (String folder : Arrays.asList(args).subList(1, args.length)) {
      call.addAll(sources(Path.of(folder)));
    }
    StringWriter files = new StringWriter();
    PrintWriter err = new PrintWriter(System.err, true);
    int result =
        new Main(new PrintWriter(files, true), err, System.in).format(call.toArray(String[]::new));
    err.flush();
    if (!files.toString().isBlank()) {
      System.err.print("Not formatted; './mvnw compile -Dformat=apply' does it:\n" + files);
    }
    System.exit(result);
  }

  private static List<String> sources(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".java")).sorted().toList();
    }
  }
}
