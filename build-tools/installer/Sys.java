import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The three kinds of systems, and where jpackage puts things on each.
///
/// @param image the image's folder in `target/installer`
/// @param app the jars' folder in it
/// @param runtime Java's folder in it
/// @param natives where Java looks for libraries of its own, in the runtime
/// @param packages the types that jpackage knows here, each with the program that it needs
enum Sys {
  LINUX("pastiche", "lib/app", "lib/runtime", "lib", List.of("deb:dpkg-deb", "rpm:rpmbuild")),
  WINDOWS("Pastiche", "app", "runtime", "bin", List.of("msi:wix")),
  MAC(
      "Pastiche.app",
      "Contents/app",
      "Contents/runtime/Contents/Home",
      "lib",
      List.of("dmg:hdiutil"));

  private final String image;
  private final String app;
  private final String runtime;
  private final String natives;
  private final List<String> packages;

  Sys(String image, String app, String runtime, String natives, List<String> packages) {
    this.image = image;
    this.app = app;
    this.runtime = runtime;
    this.natives = natives;
    this.packages = packages;
  }

  static Sys ofThisMachine() {
    String name = System.getProperty("os.name");
    return name.startsWith("Windows") ? WINDOWS : name.startsWith("Mac") ? MAC : LINUX;
  }

  Path image(Path out) {
    return out.resolve(image);
  }

  Path app(Path image) {
    return image.resolve(app);
  }

  Path runtime(Path image) {
    return image.resolve(runtime);
  }

  Path natives(Path runtime) {
    return runtime.resolve(natives);
  }

  /// What was asked for, where `all` means what this machine has the tools for.
  List<String> types(String asked) {
    if (!asked.equals("all")) {
      return Arrays.asList(asked.split(","));
    }
    return packages.stream()
        .map(each -> each.split(":"))
        .filter(each -> onPath(each[1]))
        .map(each -> each[0])
        .toList();
  }

  static boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> Stream.of(Path.of(folder, program), Path.of(folder, program + ".exe")))
        .anyMatch(Files::isExecutable);
  }
}
