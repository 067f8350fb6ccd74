import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Opens the image's studio once, without a screen, and keeps what Java learnt of its classes beside
/// its jars, for later starts (docs/decisions/0019). It goes by the jars' sizes and times, so
/// whatever copies the image must keep those.
final class StartCache {
  static final String NAME = "studio.aot";

  private static final long MOST_SECONDS = 180;

  private StartCache() {}

  static void make(Plan plan, Path image) throws IOException, InterruptedException {
    Path app = plan.system().app(image);
    Path cache = app.resolve(NAME);
    Path home = Files.createDirectories(plan.work().resolve("rehearsal"));
    Path log = home.resolve("output.txt");
    Process process =
        new ProcessBuilder(command(plan, image, home, cache))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    if (!Files.exists(cache)) {
      throw new IllegalStateException("no start cache was made:\n" + Files.readString(log));
    }
  }

  /// As the launcher does it, by jpackage's own file of what it does.
  private static List<String> command(Plan plan, Path image, Path home, Path cache)
      throws IOException {
    Path app = plan.system().app(image);
    List<String> call = new ArrayList<>();
    List<String> classPath = new ArrayList<>();
    String name = plan.system() == Sys.LINUX ? AppImage.LINUX_STUDIO : "Pastiche";
    call.add(plan.system().runtime(image).resolve("bin/java").toString());
    call.add("-XX:AOTCacheOutput=" + cache);
    for (String line : Files.readAllLines(app.resolve(name + ".cfg"))) {
      String value = line.substring(line.indexOf('=') + 1).replace("$APPDIR", app.toString());
      if (line.startsWith("app.classpath=")) {
        classPath.add(value);
      } else if (line.startsWith("java-options=") && !value.startsWith("-X")) {
        call.add(value);
      }
    }
    call.addAll(
        List.of(
            "-Dpastiche.rehearsal=true",
            "-Dpastiche.home=" + home,
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-cp",
            String.join(java.io.File.pathSeparator, classPath),
            Plan.MAIN,
            "studio"));
    return call;
  }
}
