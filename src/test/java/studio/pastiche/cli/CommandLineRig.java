package studio.pastiche.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import studio.pastiche.networks.Networks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The real command line in this process: its writers captured, its interrupts in the test's hand.
final class CommandLineRig {
  /// What keeps a painting short, and its numbers the same however busy the machine is.
  static final List<String> QUICK = List.of("--precision", "float32", "--threads", "1");

  private final JsonMapper json = new JsonMapper();
  private final AtomicReference<Runnable> stop = new AtomicReference<>(() -> {});
  private Predicate<String> interruptAt = line -> false;
  private boolean terminal;
  private Networks networks = Networks.ofThisUser();
  private final List<List<Path>> opened = new ArrayList<>();

  /// What a command line came to.
  record Ran(int code, String out, String err) {
    String onlyErrorLine() {
      List<String> lines = err.lines().toList();
      if (lines.size() != 1) {
        throw new AssertionError("one line expected on stderr, not:\n" + err);
      }
      return lines.getFirst();
    }
  }

  Ran run(String... args) {
    Lines out = new Lines();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            terminal,
            StandardCharsets.UTF_8);
    Interrupts interrupts =
        action -> {
          stop.set(action);
          return () -> stop.set(() -> {});
        };
    int code = new Cli(console, interrupts, files -> opened.add(files), networks).run(args);
    return new Ran(code, out.toString(), err.toString());
  }

  /// The same with [#QUICK]'s options.
  Ran quickly(String... args) {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    all.addAll(QUICK);
    return run(all.toArray(String[]::new));
  }

  /// Presses Ctrl-C as soon as a line like this is written.
  CommandLineRig interruptedAt(Predicate<String> line) {
    interruptAt = line;
    return this;
  }

  CommandLineRig onTerminal() {
    terminal = true;
    return this;
  }

  /// Uses these networks in place of this user's.
  CommandLineRig with(Networks others) {
    networks = others;
    return this;
  }

  /// The files of each time that the studio was opened.
  List<List<Path>> studioOpened() {
    return opened;
  }

  JsonNode json(String line) {
    return json.readTree(line);
  }

  /// A file of the test resources, copied into `folder`.
  static Path copy(String resource, Path folder) throws IOException {
    try (var in = CommandLineRig.class.getResourceAsStream(resource)) {
      Path name = Objects.requireNonNull(Path.of(resource).getFileName());
      Path file = folder.resolve(name);
      Files.copy(Objects.requireNonNull(in, resource), file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    }
  }

  /// Captures what is written, and presses Ctrl-C where the test says.
  private final class Lines extends StringWriter {
    private int seen;

    @Override
    public void flush() {
      String text = toString();
      int end = text.lastIndexOf('\n') + 1;
      String fresh = text.substring(Math.min(seen, end), end);
      seen = end;
      if (fresh.lines().anyMatch(interruptAt)) {
        interruptAt = line -> false;
        stop.get().run();
      }
    }
  }
}
