import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Java itself, with no more of it than Pastiche uses, and with JavaFX as if it were part of it: so
/// JavaFX starts as it likes best, as modules, and finds its native libraries where they lie.
///
/// @param plan what is packed
record RuntimeImage(Plan plan) {
  /// What no class names, and yet is wanted: Chinese numbers and dates, the encodings of Windows in
  /// China and of old pictures' words, screen readers, project files.
  private static final List<String> UNSEEN =
      List.of(
          "jdk.localedata",
          "jdk.charsets",
          "jdk.accessibility",
          "jdk.zipfs",
          "java.management",
          "java.security.jgss");

  Path make() throws IOException {
    Path runtime = plan.work().resolve("runtime");
    String javafx = plan.folder().resolve("javafx").toString();
    Tool.jdk(
        "jlink",
        List.of(
            "--module-path",
            javafx,
            "--add-modules",
            modules(javafx) + "," + String.join(",", UNSEEN),
            "--include-locales=en,zh",
            "--strip-debug",
            // the start cache holds what is read at every start
            "--compress=zip-6",
            "--no-header-files",
            "--no-man-pages",
            "--generate-cds-archive",
            "--output",
            runtime.toString()));
    // of the two archives the one for heaps without compressed pointers, larger than 32 GB
    Files.deleteIfExists(runtime.resolve("lib/server/classes_nocoops.jsa"));
    unpackJavaFx(plan.system().natives(runtime));
    return runtime;
  }

  /// The modules that the jars' classes name.
  private String modules(String javafx) throws IOException {
    List<String> call =
        new ArrayList<>(
            List.of(
                "--multi-release",
                "25",
                "--ignore-missing-deps",
                "--print-module-deps",
                "--module-path",
                javafx));
    // natives in jars are no classes, and one of them is 100 MB
    call.addAll(jars("lib").filter(jar -> !jar.matches(".*pytorch-native.*|.*x86_64.*|.*arm64.*"))
        .toList());
    return Tool.jdk("jdeps", call).strip();
  }

  private void unpackJavaFx(Path into) throws IOException {
    int found = 0;
    for (String jar : jars("javafx").toList()) {
      found += Trees.unpack(Path.of(jar), into, name -> name.matches("[^/]*\\.(so|dll|dylib)"));
    }
    if (found == 0) {
      throw new IllegalStateException("JavaFX's jars have no native libraries for this system");
    }
  }

  private java.util.stream.Stream<String> jars(String folder) throws IOException {
    try (var all = Files.list(plan.folder().resolve(folder))) {
      return all
          .map(Path::toString)
          .filter(name -> name.endsWith(".jar"))
          .sorted()
          .collect(Collectors.toList())
          .stream();
    }
  }
}
