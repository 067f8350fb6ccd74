package studio.pastiche.picture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// A text as a property in an XMP packet (ISO 16684-1), and how packets lie in JPEG segments (Adobe
/// XMP Specification, part 3, 1.1.3): a short one in one segment, a longer one in "extended" parts.
final class Xmp {
  static final String STANDARD = "http://ns.adobe.com/xap/1.0/\0";
  static final String EXTENDED = "http://ns.adobe.com/xmp/extension/\0";

  private static final String NAMESPACE = "urn:studio.pastiche:xmp/1.0/";
  private static final String NOTE = "http://ns.adobe.com/xmp/note/";
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

  /// What a segment holds after its length.
  private static final int MOST_PAYLOAD = 65_533;

  /// Digest, full length and offset, before each extended part.
  private static final int PART_HEADER = 32 + 4 + 4;

  private Xmp() {}

  /// Refuses what XML cannot carry.
  static void requireText(String text) {
    text.codePoints()
        .filter(c -> !isXmlCharacter(c))
        .findFirst()
        .ifPresent(
            c -> {
              throw new IllegalArgumentException(
                  "a text inside a picture cannot hold the character U+%04X".formatted(c));
            });
  }

  private static boolean isXmlCharacter(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd)
        || c >= 0x10000;
  }

  /// The packet that holds `text`.
  static byte[] packet(String text) {
    return packet("pastiche", NAMESPACE, "recipe", text);
  }

  private static byte[] packet(String prefix, String namespace, String property, String value) {
    return """
    <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="%s">
    <rdf:Description rdf:about="" xmlns:%2$s="%3$s">
    <%2$s:%4$s>%5$s</%2$s:%4$s>
    </rdf:Description></rdf:RDF></x:xmpmeta>
    <?xpacket end="w"?>\
    """
        .formatted(RDF, prefix, namespace, property, escaped(value))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\r", "&#13;");
  }

  /// The payloads of the APP1 segments that hold `text`.
  static List<byte[]> segments(String text) {
    byte[] packet = packet(text);
    if (STANDARD.length() + packet.length <= MOST_PAYLOAD) {
      return List.of(joined(STANDARD, packet));
    }
    String digest = md5(packet);
    List<byte[]> segments = new ArrayList<>();
    segments.add(joined(STANDARD, packet("xmpNote", NOTE, "HasExtendedXMP", digest)));
    int most = MOST_PAYLOAD - EXTENDED.length() - PART_HEADER;
    for (int from = 0; from < packet.length; from += most) {
      int length = Math.min(most, packet.length - from);
      ByteBuffer part = ByteBuffer.allocate(PART_HEADER + length);
      part.put(digest.getBytes(StandardCharsets.ISO_8859_1)).putInt(packet.length).putInt(from);
      segments.add(joined(EXTENDED, part.put(packet, from, length).array()));
    }
    return segments;
  }

  private static byte[] joined(String name, byte[] data) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream(name.length() + data.length);
    joined.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
    joined.writeBytes(data);
    return joined.toByteArray();
  }

  private static String md5(byte[] packet) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(packet);
      return HexFormat.of().withUpperCase().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }

  /// The text in a JPEG's packets.
  ///
  /// @param standard the payloads of its XMP segments, without their name
  /// @param extended those of its extended XMP segments
  static Optional<String> text(List<byte[]> standard, List<byte[]> extended) {
    return standard.stream()
        .map(Xmp::text)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> assembled(extended).flatMap(Xmp::text));
  }

  /// The extended packet of its parts, which may lie in any order; empty if one is missing.
  private static Optional<byte[]> assembled(List<byte[]> parts) {
    List<Bytes> usable =
        parts.stream().filter(part -> part.length > PART_HEADER).map(Bytes::new).toList();
    long present = usable.stream().mapToLong(part -> part.length() - PART_HEADER).sum();
    if (usable.isEmpty() || present != usable.getFirst().u32(32)) {
      return Optional.empty();
    }
    byte[] packet = new byte[(int) present];
    for (Bytes part : usable) {
      int length = part.length() - PART_HEADER;
      long offset = part.u32(36);
      if (offset + length > packet.length) {
        return Optional.empty();
      }
      System.arraycopy(part.array(), PART_HEADER, packet, (int) offset, length);
    }
    return Optional.of(packet);
  }

  /// The text in a packet, whether as an element or, as other programs may rewrite it, an
  /// attribute.
  static Optional<String> text(byte[] packet) {
    Optional<Document> document = parsed(packet);
    if (document.isEmpty()) {
      return Optional.empty();
    }
    NodeList elements = document.get().getElementsByTagNameNS(NAMESPACE, "recipe");
    if (elements.getLength() > 0) {
      return Optional.of(elements.item(0).getTextContent());
    }
    NodeList descriptions = document.get().getElementsByTagNameNS(RDF, "Description");
    for (int i = 0; i < descriptions.getLength(); i++) {
      if (descriptions.item(i) instanceof Element description
          && description.hasAttributeNS(NAMESPACE, "recipe")) {
        return Optional.of(description.getAttributeNS(NAMESPACE, "recipe"));
      }
    }
    return Optional.empty();
  }

  private static Optional<Document> parsed(byte[] packet) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      // The default handler prints errors.
      builder.setErrorHandler(new DefaultHandler());
      return Optional.of(builder.parse(new ByteArrayInputStream(packet)));
    } catch (SAXException | IOException e) {
      return Optional.empty();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java has no XML parser", e);
    }
  }
}
