package studio.pastiche.cli;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Takes an amount of memory, such as `700M`, in bytes.
final class MemorySize implements ITypeConverter<Long> {
  private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.\\d+)?)([MG])i?B?");
  private static final Map<String, Long> UNITS = Map.of("M", 1L << 20, "G", 1L << 30);

  @Override
  public Long convert(String text) {
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.matches()) {
      throw new TypeConversionException(
          "a number with M or G is needed, such as 700M or 2G, not '%s'".formatted(text));
    }
    return (long) (Double.parseDouble(amount.group(1)) * UNITS.getOrDefault(amount.group(2), 1L));
  }
}
