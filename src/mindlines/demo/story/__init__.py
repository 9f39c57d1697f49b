"""The story of the demonstration: invented people in an invented county.

It is modelled on what a published study tells of a county's community of practice for musculoskeletal care: lay members,
clinicians, commissioners, managers and academics; meetings every quarter, two in a venue and two online; a framework for
choosing priorities; an interruption by a pandemic and a review of the priorities after it. Days are counted from the day
on which the demonstration is made, so that there is always a meeting to come.
"""
