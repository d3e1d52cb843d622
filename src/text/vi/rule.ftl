# rule

## Violations

rule-availability-closed = Xe { $truck }, { $day }: có lộ trình vào ngày nghỉ thu gom.
rule-availability-truck = Xe { $truck }, { $day }: xe không hoạt động ngày này.
rule-availability-twice = Xe { $truck }, { $day }: có hơn một lộ trình trong ngày.
rule-access-point = Xe { $truck }, { $day }: không vào và ra được điểm tập kết { $point }, { $commune }.
rule-access-facility = Xe { $truck }, { $day }: không vào và ra được { $facility }.
rule-access-leg = Xe { $truck }, { $day }: không có đường cho xe này từ { $from } đến { $to }.
rule-allowed-days = Xe { $truck }, { $day }: điểm tập kết { $point }, { $commune } không nhận thu gom ngày này.
rule-greatest-frequency = Điểm tập kết { $point }, { $commune }: thu gom { $visits } lần/tuần, nhiều nhất được { $limit } lần.
rule-listed-patterns = Điểm tập kết { $point }, { $commune }: bộ ngày { $days } không thuộc các bộ ngày được phép của điểm này.
rule-once-a-day = Điểm tập kết { $point }, { $commune }, { $day }: thu gom { $visits } lần trong ngày, chỉ được một lần.
rule-window = Xe { $truck }, { $day }: bắt đầu thu gom tại { $point }, { $commune } lúc { $start }, muộn { $late } phút so với giờ cho phép { $latest }.
rule-payload = Xe { $truck }, { $day }, chuyến { $trip }: chở { $load } kg, vượt { $excess } kg so với mức cho phép { $limit } kg.
rule-volume = Xe { $truck }, { $day }, chuyến { $trip }: chở { $load } lít sau ép, vượt { $excess } lít so với mức cho phép { $limit } lít.
rule-empty-at-home = Xe { $truck }, { $day }: về bãi khi trên xe còn { $load } kg.
rule-shift-early = Xe { $truck }, { $day }: bắt đầu chuẩn bị { $start }, sớm { $early } phút so với đầu ca { $limit }.
rule-shift-late = Xe { $truck }, { $day }: về bãi { $end }, muộn { $late } phút so với hết ca { $limit }.
rule-shift-depot-early = Xe { $truck }, { $day }: bắt đầu chuẩn bị { $start }, sớm { $early } phút so với giờ mở bãi xe { $limit }.
rule-shift-depot-late = Xe { $truck }, { $day }: về bãi { $end }, muộn { $late } phút so với giờ đóng bãi xe { $limit }.
rule-shift-depot-closed = Xe { $truck }, { $day }: bãi xe đóng cửa cả ngày.
rule-working-time = Xe { $truck }, { $day }: làm việc { $working } phút, vượt { $excess } phút so với mức cho phép { $limit } phút.
rule-driving-day = Xe { $truck }, { $day }: lái xe { $driving } phút trong ngày, vượt { $excess } phút so với mức cho phép { $limit } phút.
rule-driving-without-break = Xe { $truck }, { $day }: lái xe { $driving } phút không nghỉ, vượt { $excess } phút so với mức cho phép { $limit } phút.
rule-break-none = Xe { $truck }, { $day }: không có giờ nghỉ; phải nghỉ trước { $latest }, về bãi { $end }.
rule-break-late = Xe { $truck }, { $day }: nghỉ lúc { $start }, muộn { $late } phút so với giờ phải nghỉ { $latest }.
rule-opening-hours-closed = Xe { $truck }, { $day }: đổ rác tại { $facility }, nơi đóng cửa cả ngày.
rule-opening-hours-late = Xe { $truck }, { $day }: đổ rác xong tại { $facility } lúc { $end }, muộn { $late } phút so với giờ đóng cửa { $limit }.
rule-bays = { $facility }, { $day }, { $at }: { $trucks } xe cùng đổ rác, chỉ có { $bays } vị trí đổ.
rule-yard-week = { $facility }: nhận { $intake } kg/tuần, nhiều hơn { $excess } kg so với lượng đốt được; rác trong sân chứa dồn lại từ tuần này sang tuần khác.
rule-yard-level = { $facility }, { $day }: sân chứa có { $level } kg, vượt { $excess } kg so với sức chứa { $limit } kg.
rule-daily-intake = { $facility }, { $day }: nhận { $intake } kg, vượt { $excess } kg so với mức nhận trong ngày { $limit } kg.
rule-budget = Chi phí tuần { $cost } đồng, vượt { $excess } đồng so với kinh phí { $budget } đồng.
rule-records-start = Xe { $truck }, { $day }: lịch ghi bắt đầu { $recorded }, tính lại là { $found }.
rule-records-stop-time = Xe { $truck }, { $day }, { $point }: lịch ghi { $recorded }, tính lại là { $found }.
rule-records-unload-time = Xe { $truck }, { $day }, { $facility }: lịch ghi { $recorded }, tính lại là { $found }.
rule-records-stop-load = Xe { $truck }, { $day }, { $point }: lịch ghi { $recorded } kg ({ $recordedLitres } lít), tính lại là { $found } kg ({ $foundLitres } lít).
rule-records-unload-load = Xe { $truck }, { $day }, { $facility }: lịch ghi { $recorded } kg ({ $recordedLitres } lít), tính lại là { $found } kg ({ $foundLitres } lít).
rule-records-break = Xe { $truck }, { $day }: lịch ghi nghỉ lúc { $recorded }, tính lại là { $found }.
rule-records-no-break = Xe { $truck }, { $day }: lịch ghi giờ nghỉ ở một điểm dừng mà lộ trình không có.
rule-records-end = Xe { $truck }, { $day }: lịch ghi về bãi { $recorded }, tính lại là { $found }.
rule-records-objective = Kết quả ghi trong lịch (người dân còn thiếu, thời gian chờ, lượng không đốt, chi phí) khác với kết quả tính lại.

## Shortfalls

requirement-least-frequency = { $point }, { $commune } ({ $people } người): thu gom { $visits } lần/tuần, cần ít nhất { $least } lần.
requirement-least-frequency-none = { $point }, { $commune } ({ $people } người): không được thu gom, cần ít nhất { $least } lần/tuần.
requirement-longest-wait = { $point }, { $commune } ({ $people } người): có lúc { $days } ngày mới thu gom, lâu nhất được { $limit } ngày.
requirement-containers = { $point }, { $commune } ({ $people } người): { $day } rác tràn thùng { $overflow } kg, thùng chứa được { $limit } kg; cả tuần tràn { $all } kg.
