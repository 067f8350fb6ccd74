package studio.pastiche.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import studio.pastiche.ui.about.LegalTexts;

/// The list of libraries that the build makes.
class NoticesTest {
  private final String list = new LegalTexts().libraries();

  @Test
  void everyLibraryOfThePomIsListed() throws Exception {
    List<String> shipped = shipped();
    assertTrue(shipped.size() > 20, shipped::toString);
    for (String library : shipped) {
      assertTrue(list.contains(":" + library + ")"), library + " is not in\n" + list);
    }
  }

  @Test
  void librariesOnlyOfTheTestsAreNot() {
    assertEquals(-1, list.indexOf("junit"), list);
    assertEquals(-1, list.indexOf("testfx"), list);
  }

  @Test
  void everyLibraryHasALicence() {
    for (String paragraph : list.strip().split("\n\n")) {
      List<String> lines = paragraph.lines().toList();
      assertTrue(lines.size() >= 2, paragraph);
      assertTrue(lines.get(1).startsWith("    ") && !lines.get(1).isBlank(), paragraph);
      assertEquals(-1, lines.get(1).indexOf("Unknown"), paragraph);
    }
  }

  /// The artifacts of the pom that are not for tests alone.
  private static List<String> shipped() throws Exception {
    Document pom =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("pom.xml").toFile());
    NodeList found = pom.getElementsByTagName("dependency");
    List<String> shipped = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      Element dependency = (Element) found.item(i);
      if (!text(dependency, "scope").equals("test")) {
        shipped.add(text(dependency, "artifactId"));
      }
    }
    return shipped;
  }

  private static String text(Element element, String name) {
    NodeList found = element.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }
}
