import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The application image: a folder that runs where it is put, with two launchers. `pastiche-studio`
/// (`Pastiche` on Windows and macOS) is jpackage's and opens the window; the command line is
/// `bin/pastiche`, a shell script, since Java must be told of some encodings before it starts, and
/// `pastiche-cli`, jpackage's, where there is no shell.
///
/// @param plan what is packed
record AppImage(Plan plan) {
  static final String LINUX_STUDIO = "pastiche-studio";

  Path make(Path runtime) throws IOException, InterruptedException {
    Sys system = plan.system();
    Path input = input();
    Tool.jdk("jpackage", arguments(runtime, input));
    Path made = system.image(plan.work());
    if (system == Sys.LINUX) {
      made = plan.work().resolve(LINUX_STUDIO);
    }
    Path app = system.app(made);
    unpackPyTorch(app.resolve("pytorch"));
    unpackJna(app.resolve("jna"));
    Legal.collect(plan, app.resolve("legal"));
    if (system == Sys.LINUX) {
      addLinuxFiles(made);
    }
    Path image = system.image(plan.out());
    Trees.delete(image);
    Files.move(made, image);
    StartCache.make(plan, image);
    System.out.printf("%s: %d MB%n", image, Trees.size(image) / 1_000_000);
    return image;
  }

  /// All jars but the one that only holds PyTorch's libraries.
  private Path input() throws IOException {
    Path input = Files.createDirectories(plan.work().resolve("input"));
    try (var all = Files.list(plan.folder().resolve("lib"))) {
      Jars jars = new Jars(plan);
      for (Path jar : all.filter(each -> !isPyTorch(each)).toList()) {
        jars.copy(jar, input);
      }
    }
    return input;
  }

  private List<String> arguments(Path runtime, Path input) throws IOException {
    boolean linux = plan.system() == Sys.LINUX;
    List<String> call =
        new ArrayList<>(
            List.of(
                "--type",
                "app-image",
                "--name",
                linux ? LINUX_STUDIO : "Pastiche",
                "--app-version",
                plan.version(),
                "--description",
                Plan.DESCRIPTION,
                "--vendor",
                Plan.VENDOR,
                "--dest",
                plan.work().toString(),
                "--input",
                input.toString(),
                "--main-jar",
                "pastiche.jar",
                "--main-class",
                Plan.MAIN,
                "--arguments",
                "studio",
                "--runtime-image",
                runtime.toString(),
                "--icon",
                Icons.forThisSystem(plan).toString()));
    Stream.concat(
            plan.windowFlags().stream(),
            Stream.of(
                "-Dpastiche.pytorch=$APPDIR/pytorch",
                "-Dpastiche.legal=$APPDIR/legal",
                "-Djna.boot.library.path=$APPDIR/jna",
                "-Djna.nounpack=true",
                "-XX:AOTCache=$APPDIR/" + StartCache.NAME,
                // a cache that does not fit is no news to anybody
                "-Xlog:disable"))
        .forEach(flag -> call.addAll(List.of("--java-options", flag)));
    if (!linux) {
      call.addAll(List.of("--add-launcher", "pastiche-cli=" + commandLine()));
    }
    return call;
  }

  /// The second launcher of Windows and macOS.
  private Path commandLine() throws IOException {
    String flags = String.join(" ", plan.commandFlags()) + " -Dpastiche.pytorch=$APPDIR/pytorch"
            + " -Djna.boot.library.path=$APPDIR/jna -Djna.nounpack=true";
    return Files.writeString(
        plan.work().resolve("pastiche-cli.properties"),
        """
        main-jar=pastiche.jar
        main-class=%s
        arguments=--help
        java-options=%s
        win-console=true
        win-menu=false
        win-shortcut=false
        """
            .formatted(Plan.MAIN, flags));
  }

  /// PyTorch's libraries and DJL's beside them, so that nothing is unpacked when it starts.
  private void unpackPyTorch(Path into) throws IOException, InterruptedException {
    int found = 0;
    try (var all = Files.list(plan.folder().resolve("lib"))) {
      for (Path jar : all.toList()) {
        String name = jar.getFileName().toString();
        if (isPyTorch(jar)) {
          found += Trees.unpack(jar, into, entry -> entry.startsWith("pytorch/cpu/"));
        } else if (name.startsWith("pytorch-jni-")) {
          found += Trees.unpack(jar, into, entry -> entry.startsWith("jnilib/" + plan.djlSystem() + "/cpu/"));
        }
      }
    }
    if (found < 3) {
      throw new IllegalStateException("PyTorch's libraries for this system are not in its jars");
    }
    if (plan.system() == Sys.LINUX && Sys.onPath("strip")) {
      // a fifth of it are names that only a debugger reads
      Path large = into.resolve("libtorch_cpu.so");
      Tool.run(into, List.of("strip", "--strip-unneeded", large.toString()));
    }
  }

  /// JNA's library, which DJL and AppDirs call the system by.
  private void unpackJna(Path into) throws IOException {
    try (var all = Files.list(plan.folder().resolve("lib"))) {
      Path jar =
          all.filter(each -> each.getFileName().toString().matches("jna-\\d.*")).findFirst().orElseThrow();
      String folder = "com/sun/jna/%s/".formatted(plan.jnaSystem());
      if (Trees.unpack(jar, into, entry -> entry.startsWith(folder)) != 1) {
        throw new IllegalStateException("JNA's library for this system is not in its jar");
      }
    }
  }

  private void addLinuxFiles(Path image) throws IOException {
    Path script = image.resolve("bin/pastiche");
    Files.copy(plan.packaging("linux/pastiche"), script, StandardCopyOption.REPLACE_EXISTING);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.write(Sys.LINUX.app(image).resolve("command.args"), plan.commandFlags());
  }

  private static boolean isPyTorch(Path jar) {
    return jar.getFileName().toString().startsWith("pytorch-native-");
  }
}
