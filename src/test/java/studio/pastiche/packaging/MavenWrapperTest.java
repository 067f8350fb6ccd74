package studio.pastiche.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which Maven `mvnw` starts: one that prints "downloaded" stands where the wrapper keeps its own.
@DisabledOnOs(
    value = OS.WINDOWS,
    disabledReason = "it is a shell script; Windows has mvnw.cmd, which these tests cannot run")
class MavenWrapperTest {
  @TempDir Path temp = Path.of("");
  private Script mvnw = new Script(temp, temp);

  @BeforeEach
  void putAMavenWhereTheWrapperKeepsIt() throws IOException {
    mvnw =
        Script.seeing(
            Path.of("mvnw").toAbsolutePath(),
            temp.resolve("tools"),
            "env",
            "sed",
            "id",
            "cat",
            "tr",
            "grep",
            "java",
            "uname",
            "dirname",
            "basename",
            "mkdir");
    Properties wrapper = new Properties();
    try (var in = Files.newInputStream(Path.of(".mvn/wrapper/maven-wrapper.properties"))) {
      wrapper.load(in);
    }
    String url = wrapper.getProperty("distributionUrl");
    String name = url.replaceAll(".*/(.*)-bin\\.zip", "$1");
    String folder = Integer.toHexString(url.hashCode());
    Script.write(
        temp.resolve("m2/wrapper/dists").resolve(name).resolve(folder).resolve("bin/mvn"),
        "printf '%s\\n' downloaded \"$@\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.8.0", "3.8.7", "3.9.15", "3.10.0"})
  void anMvnFrom3_8To4IsUsed(String version) throws Exception {
    mavenOnThePath(version);
    assertEquals(List.of("installed", "verify", "-Da=b c"), run(Map.of()).out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.6.3", "2.2.1", "4.0.0-rc-4", "4.1.0"})
  void anOlderOrNewerMvnIsNot(String version) throws Exception {
    mavenOnThePath(version);
    assertEquals(List.of("downloaded", "verify", "-Da=b c"), run(Map.of()).out());
  }

  @Test
  void withoutAnMvnTheWrapperFetchesOne() throws Exception {
    assertEquals(List.of("downloaded", "verify", "-Da=b c"), run(Map.of()).out());
  }

  @Test
  void theWrapperCanBeAskedFor() throws Exception {
    mavenOnThePath("3.9.15");
    assertEquals("downloaded", run(Map.of("PASTICHE_MAVEN", "wrapper")).out().getFirst());
  }

  private Script.Result run(Map<String, String> more) throws IOException, InterruptedException {
    var variables = new HashMap<>(more);
    variables.put("JAVA25_HOME", System.getProperty("java.home"));
    variables.put("MAVEN_USER_HOME", temp.resolve("m2").toString());
    variables.put("HOME", temp.toString());
    return mvnw.run(variables, "verify", "-Da=b c");
  }

  private void mavenOnThePath(String version) throws IOException {
    Script.write(
        mvnw.tools().resolve("mvn"),
        "[ \"$1\" != --version ] || { printf '\\033[1mApache Maven %s (abc)\\033[m\\n'; exit; }\n"
                .formatted(version)
            + "printf '%s\\n' installed \"$@\"");
  }
}
