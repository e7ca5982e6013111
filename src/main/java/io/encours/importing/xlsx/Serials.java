package io.encours.importing.xlsx;

import java.time.LocalDate;

/// Days as spreadsheets count them (ISO/IEC 29500-1, 18.17.4.1).
public final class Serials {

    /// 31 December 9999.
    static final int LAST = 2_958_465;

    private static final LocalDate DAY_0_BEFORE_MARCH_1900 = LocalDate.of(1899, 12, 31);
    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);

    private Serials() {}

    /// As ISO writes it. Until 28 February 1900 the count from 1900 is one day off, because it knows a 29 February that
    /// never was.
    ///
    /// @param from1904 the workbook counts from 1 January 1904
    public static String day(int serial, boolean from1904) {
        if (from1904) {
            return DAY_0_OF_1904.plusDays(serial).toString();
        }
        if (serial == 60) {
            return "1900-02-29";
        }
        return (serial < 60 ? DAY_0_BEFORE_MARCH_1900 : DAY_0).plusDays(serial).toString();
    }
}
