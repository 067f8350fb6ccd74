import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the folder of the JDK it runs on into a file, for `bin/pastiche` to start with the JDK of
/// the build: `JdkPath.java FILE`. In the encoding that a shell or a batch file reads.
class JdkPath {
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    Files.createDirectories(file.getParent());
    Charset shell = Charset.forName(System.getProperty("native.encoding"));
    Files.writeString(file, System.getProperty("java.home") + System.lineSeparator(), shell);
  }
}
